using ExportPortal.Kernel.Texts;
using ExportPortal.Ui.Writing;

namespace ExportPortal.Ui.Slots;

/// <summary>Fills a slot with a part that writes itself: for slots on pages that are asked for without end. Parts stand before views, as they were added.</summary>
public interface ISlotPart
{
    /// <summary>The slot, one of <see cref="SlotNames"/>.</summary>
    string Slot { get; }

    /// <summary>The part.</summary>
    /// <param name="subject">What the slot is about.</param>
    /// <param name="words">The page's wording.</param>
    HtmlPart For(SlotSubject subject, Wording words);
}

/// <summary>The parts that modules above fill slots with.</summary>
public sealed class SlotParts(IEnumerable<ISlotPart> parts)
{
    private readonly ILookup<string, ISlotPart> _parts = parts.ToLookup(p => p.Slot, StringComparer.Ordinal);

    /// <summary>What fills a slot, as it was added; nothing when nobody does.</summary>
    public IEnumerable<HtmlPart> Of(string slot, SlotSubject subject, Wording words) => _parts[slot].Select(p => p.For(subject, words));
}
