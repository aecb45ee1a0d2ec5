using ExportPortal.Inquiries.Records;
using ExportPortal.Kernel.Database;
using ExportPortal.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace ExportPortal.Inquiries.Answering;

/// <summary>Saves a step of an inquiry that somebody else may have moved on meanwhile.</summary>
internal static class StepSaving
{
    /// <summary>Done, also when the message came before with the same form; refused when another step was faster.</summary>
    /// <param name="db">The database, with the step's changes.</param>
    /// <param name="form">The message's form; null for a step without a message.</param>
    /// <param name="cancellation">Ends the saving.</param>
    public static async Task<Outcome> SaveStepAsync(this PortalDbContext db, string? form, CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
            return Outcome.Done;
        }
        catch (DbUpdateException fault)
        {
            db.ChangeTracker.Clear();
            if (form is not null && await db.IsSentAsync(form, cancellation))
                return Outcome.Done;
            if (fault is DbUpdateConcurrencyException)
                return Outcome.Refused("Inquiries.Step.ChangedMeanwhile");
            throw;
        }
    }

    /// <summary>True when a message came with this form already.</summary>
    public static Task<bool> IsSentAsync(this PortalDbContext db, string form, CancellationToken cancellation) =>
        db.Set<Message>().AnyAsync(m => m.Form == form, cancellation);

    /// <summary>The name of a message's form, from the random id that the form carries.</summary>
    public static string FormOf(Inquiry inquiry, string once) => $"{inquiry.Reference}:{(once.Length <= 40 ? once : once[..40])}";
}
