using ExportPortal.Inquiries.Contracts;

namespace ExportPortal.Inquiries.Answering;

/// <summary>Stands where no list of restricted parties is loaded: allows, and has it on record that nothing was screened.</summary>
internal sealed class NoListCheck : IReleaseCheck
{
    public Task<ReleaseFinding> LookAsync(ReleaseQuestion question, CancellationToken cancellation) =>
        Task.FromResult(new ReleaseFinding(true, "Inquiries.Release.NoList", new Dictionary<string, string>()));
}
