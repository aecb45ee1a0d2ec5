using ExportPortal.Kernel.Limits;
using ExportPortal.Kernel.Outcomes;
using Microsoft.AspNetCore.Http;

namespace ExportPortal.Ui.Forms;

/// <summary>How often one client may send a form, and how often try to: what is refused is nothing sent, but reading it costs all the same.</summary>
/// <param name="name">The limit's name, as programs are told it.</param>
/// <param name="sends">How often it may be sent.</param>
/// <param name="minutes">Within how long.</param>
/// <param name="time">The clock.</param>
public class FormLimit(string name, int sends, int minutes, TimeProvider time)
{
    private const string TriesName = "tries";
    private const int TriesPerSend = 5;

    private readonly ClientLimiter _sends = new(sends, TimeSpan.FromMinutes(minutes), time);
    private readonly ClientLimiter _tries = new(sends * TriesPerSend, TimeSpan.FromMinutes(minutes), time);

    /// <summary>Counts one more of this client's; what to say when there were too many, with the answer's status and its time to wait set.</summary>
    public Refusal? TooMany(HttpContext context)
    {
        var (limiter, limit) = (_tries, TriesName);
        if (limiter.TryTake(context, out var wait))
            (limiter, limit) = (_sends, name);
        if (limiter == _sends && limiter.TryTake(context, out wait))
            return null;
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        limiter.Tell(context, limit, wait);
        return new("Ui.Form.TooMany", null, ("minutes", (int)Math.Ceiling(wait.TotalMinutes)));
    }

    /// <summary>Tells a program what is left of its limit, unless it was told that nothing is.</summary>
    public void Tell(HttpContext context)
    {
        if (context.Response.StatusCode != StatusCodes.Status429TooManyRequests)
            _sends.Tell(context, name, TimeSpan.Zero);
    }

    /// <summary>Does what was let in. What is refused or fails was a try, and counts as nothing sent.</summary>
    /// <param name="context">The client's request.</param>
    /// <param name="send">Does it.</param>
    /// <param name="isSent">Whether that came to something.</param>
    public async Task<T> SendAsync<T>(HttpContext context, Func<Task<T>> send, Func<T, bool> isSent)
    {
        var counts = false;
        try
        {
            var result = await send();
            counts = isSent(result);
            return result;
        }
        finally
        {
            if (!counts)
                _sends.GiveBack(context);
        }
    }
}
