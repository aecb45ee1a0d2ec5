using System.Text.Json;
using ExportPortal.Catalogue.Schemas;
using ExportPortal.Catalogue.Subjects;
using ExportPortal.Kernel.Outcomes;
using ExportPortal.Media.Contracts;

namespace ExportPortal.Catalogue.Feeds;

/// <summary>Takes the files of a feed into the media store. A file is read from below the feed's folder or not at all.</summary>
internal sealed class FeedFiles(MediaStore media)
{
    private const int MostRemembered = 10_000;

    // Products of a line of goods share their pictures and papers: what was just taken is not read again.
    private readonly Dictionary<(string Path, FileUse Use, bool Kept, long Length, DateTime Written), StoredFile> _known = [];

    /// <summary>Stores a line's files and notes what was stored beside each, or adds to the line why one was refused.</summary>
    /// <param name="line">A line that is valid in itself.</param>
    /// <param name="folder">The feed's folder.</param>
    /// <param name="keep">False to look only, as a dry run does.</param>
    /// <param name="cancellation">Ends the work between files.</param>
    public async Task TakeAsync(FeedLine line, string folder, bool keep, CancellationToken cancellation)
    {
        var stored = new Dictionary<string, StoredFile>(StringComparer.Ordinal);
        foreach (var (file, use, field) in line.Files)
        {
            if (stored.ContainsKey(file))
                continue;
            await using var content = Locate(folder, file) is { } path ? Open(path) : null;
            if (content is null)
            {
                line.Refuse(field, "FileMissing", ("file", file));
                continue;
            }
            var place = (content.Name, use, keep, content.Length, File.GetLastWriteTimeUtc(content.SafeFileHandle));
            if (_known.TryGetValue(place, out var known))
            {
                stored[file] = known;
                continue;
            }
            var outcome = (use, keep) switch
            {
                (FileUse.Picture, true) => await media.StorePictureAsync(content, cancellation),
                (FileUse.Picture, false) => await media.CheckPictureAsync(content, cancellation),
                (_, true) => await media.StoreDocumentAsync(content, cancellation),
                (_, false) => await media.CheckDocumentAsync(content, cancellation),
            };
            if (outcome.IsDone)
                Remember(place, stored[file] = outcome.Value);
            foreach (var refusal in outcome.Refusals)
                line.Refuse(field, "FileRefused", ("file", file), ("reason", new Refusal(refusal.Key, null, refusal.Arguments)));
        }
        foreach (var (holder, field) in StoredSchemas.FileHolders(line.Content!).ToArray())
            if (stored.TryGetValue(holder[field]!.GetValue<string>(), out var file))
                holder[field + StoredSchemas.Suffix] = JsonSerializer.SerializeToNode(file, ContentJson.Options);
    }

    private void Remember((string, FileUse, bool, long, DateTime) place, StoredFile stored)
    {
        if (_known.Count == MostRemembered)
            _known.Clear();
        _known[place] = stored;
    }

    private static FileStream? Open(string path)
    {
        try
        {
            return File.OpenRead(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // A link could lead out of the folder, so neither the file nor a folder on the way may be one.
    private static string? Locate(string folder, string file)
    {
        var path = folder;
        foreach (var part in file.Split('/'))
        {
            path = Path.Combine(path, part);
            if (new FileInfo(path).LinkTarget is not null)
                return null;
        }
        return File.Exists(path) ? path : null;
    }
}
