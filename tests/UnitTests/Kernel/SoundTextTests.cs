using ExportPortal.Kernel.Values;

namespace ExportPortal.UnitTests.Kernel;

public sealed class SoundTextTests
{
    [Theory]
    [InlineData("")]
    [InlineData("سلام\nПривет 你好")]
    [InlineData("😀 a😀")]
    public void What_people_write_is_sound(string text) => SoundText.IsSound(text).ShouldBeTrue();

    [Fact]
    public void Nul_and_halves_of_pairs_are_not()
    {
        foreach (var text in new[] { "a\0", "\ud83d", "a\ud83db", "\ude00", "\ude00\ud83d", "\ud83d\ud83d\ude00" })
            SoundText.IsSound(text).ShouldBeFalse();
    }
}
