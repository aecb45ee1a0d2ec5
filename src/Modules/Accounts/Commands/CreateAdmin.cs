using ExportPortal.Accounts.People;
using ExportPortal.Kernel.Hosting;
using ExportPortal.Kernel.People;
using ExportPortal.Kernel.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace ExportPortal.Accounts.Commands;

/// <summary><c>admin create</c>: the way in for the first person, and for others as long as there is no page for it.</summary>
internal sealed class CreateAdmin(IServiceScopeFactory scopes, InterfaceTexts texts) : IModuleCommand
{
    private const string PasswordVariable = "PORTAL_PASSWORD";

    public string Name => "admin create";

    public string Usage => "--email ADDRESS --name NAME [--culture TAG] [--scope KIND:ID]...";

    public string Help => "Creates a person who may sign in: an administrator, or with --scope desk:moscow, firm:ID one for these only. Takes the password from PORTAL_PASSWORD, or makes one and prints it.";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, ITerminal terminal, CancellationToken cancellation)
    {
        if (!TryRead(arguments, out var person, out var fault))
        {
            terminal.Error(fault);
            return 2;
        }
        await using var scope = scopes.CreateAsyncScope();
        var outcome = await scope.ServiceProvider.GetRequiredService<CreatePerson>().RunAsync(person);
        if (!outcome.IsDone)
        {
            foreach (var refusal in outcome.Refusals)
                terminal.Error(texts.For("en").Explain(refusal));
            return 1;
        }
        terminal.Line($"Created {person.Email}.");
        if (person.Password is null)
            terminal.Line($"Password (shown this once): {outcome.Value.Password}");
        return 0;
    }

    private static bool TryRead(IReadOnlyList<string> arguments, out NewPerson person, out string fault)
    {
        var (email, name, culture, given) = ("", "", "en", new List<Scope>());
        person = new(email, name, culture, given);
        fault = "";
        for (var i = 0; i < arguments.Count; i++)
        {
            var parts = arguments[i].Split('=', 2);
            var value = parts.Length == 2 ? parts[1] : i + 1 < arguments.Count ? arguments[++i] : null;
            if (value is null)
                fault = $"The option {parts[0]} needs a value.";
            else if (parts[0] == "--email")
                email = value;
            else if (parts[0] == "--name")
                name = value;
            else if (parts[0] == "--culture")
                culture = value;
            else if (parts[0] == "--scope" && PersonClaims.ReadScope(value) is { } read)
                given.Add(read);
            else
                fault = parts[0] == "--scope" ? $"A scope is KIND:ID, as in desk:moscow, not '{value}'." : $"Unknown option {parts[0]}.";
            if (fault.Length > 0)
                return false;
        }
        if (given.Count == 0)
            given.Add(Scope.Administrator);
        person = new(email, name, culture, given, Environment.GetEnvironmentVariable(PasswordVariable) is { Length: > 0 } password ? password : null);
        fault = email.Length == 0 || name.Length == 0 ? "Both --email and --name are needed." : "";
        return fault.Length == 0;
    }
}
