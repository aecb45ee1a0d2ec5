using ExportPortal.Search.Glossaries;

namespace ExportPortal.Search.Index;

/// <summary>A whole new index, as the sources stood at a position of the change log or later.</summary>
internal sealed record BuiltIndex(IReadOnlyList<Segment> Segments, long Position, Glossary Glossary);
