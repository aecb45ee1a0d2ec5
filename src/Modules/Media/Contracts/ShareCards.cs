using ExportPortal.Media.Cards;
using ExportPortal.Media.Files;
using ExportPortal.Media.Renditions;
using Microsoft.AspNetCore.Http;

namespace ExportPortal.Media.Contracts;

/// <summary>Serves drawn pictures. Each is drawn when it is first asked for, and kept.</summary>
public sealed class ShareCards
{
    private const int StandInWidth = 1280;
    private const string PortalsOwn = "/_content/ExportPortal.Ui/brand/share.png";

    private readonly CardDrawer _drawer;
    private readonly Makers _makers;
    private readonly MediaFolder _folder;
    private readonly MediaStore _store;
    private readonly RenditionMaker _renditions;

    internal ShareCards(CardDrawer drawer, Makers makers, MediaFolder folder, MediaStore store, RenditionMaker renditions) =>
        (_drawer, _makers, _folder, _store, _renditions) = (drawer, makers, folder, store, renditions);

    /// <summary>
    /// Answers with the card as JPEG, to be kept for good; so its address must hold its <see cref="ShareCard.Hash"/>. Where it can't be drawn,
    /// or not soon enough, with the first picture it would have framed, else with the portal's own, neither to be kept for long.
    /// </summary>
    public async Task<IResult> AnswerAsync(ShareCard card, HttpContext context)
    {
        MediaEndpoint.Confine(context);
        var path = _folder.RenditionOf(card.Series, card.Hash + ".jpg");
        if (await _makers.FindOrMakeAsync(path, part => DrawAsync(card, path, part), context.RequestAborted))
            return MediaEndpoint.Picture(path, "jpg", context);
        return card.Pictures is [var picture, ..]
            ? await MediaEndpoint.StandInAsync(picture, StandInWidth, context, _store, _renditions)
            : Results.LocalRedirect(PortalsOwn);
    }

    // Nothing leads to the former ones any more.
    private async Task<VipsResult> DrawAsync(ShareCard card, string path, string part)
    {
        var result = await _drawer.DrawAsync(card, part);
        if (result == VipsResult.Done)
            foreach (var former in Directory.EnumerateFiles(Path.GetDirectoryName(path)!).Where(f => f != path))
                File.Delete(former);
        return result;
    }
}
