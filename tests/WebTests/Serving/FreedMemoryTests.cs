using System.Globalization;
using System.Runtime.InteropServices;
using ExportPortal.Web.Hosting;

namespace ExportPortal.WebTests.Serving;

public sealed class FreedMemoryTests
{
    private const int Size = 4096, Count = 32 * 1024;

    [Fact]
    public void What_native_code_freed_goes_back_to_the_system()
    {
        var blocks = new nint[Count];
        // What is kept for longer lies above it, as it does in a process that works.
        nint above = 0;
        var thread = new Thread(() =>
        {
            for (var i = 0; i < Count; i++)
            {
                blocks[i] = Marshal.AllocHGlobal(Size);
                Marshal.WriteByte(blocks[i], 1);
            }
            above = Marshal.AllocHGlobal(Size);
            Array.ForEach(blocks, Marshal.FreeHGlobal);
        });
        thread.Start();
        thread.Join();
        var before = ResidentBytes();
        FreedMemory.GiveBack();
        (before - ResidentBytes()).ShouldBeGreaterThan(Size * Count / 2);
        Marshal.FreeHGlobal(above);
    }

    private static long ResidentBytes() => long.Parse(File.ReadAllText("/proc/self/statm").Split(' ')[1], CultureInfo.InvariantCulture) * Environment.SystemPageSize;
}
