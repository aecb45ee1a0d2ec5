using ExportPortal.Search.Contracts;

namespace ExportPortal.Search.Index;

/// <summary>
/// What a word in a field counts by the field's length, in the texts of one culture: the more, the shorter it is beside the average.
/// Worked out once, as a search asks for very many.
/// </summary>
internal sealed class FieldWeights
{
    private static readonly double[] Weights = Array.ConvertAll(Enum.GetValues<SearchField>(), Ranking.Weight);
    private static readonly double[] Norms = Array.ConvertAll(Enum.GetValues<SearchField>(), Ranking.LengthNorm);

    private readonly double[] _weights = new double[Segment.FieldCount * FieldLength.Count];

    /// <param name="averages">The average number of words of each field.</param>
    public FieldWeights(float[] averages)
    {
        for (var field = 0; field < Segment.FieldCount; field++)
            for (var length = 0; length < FieldLength.Count; length++)
                _weights[field * FieldLength.Count + length] = Weights[field] / (1 + Norms[field] * (FieldLength.WordsOf((byte)length) * (1d / averages[field]) - 1));
    }

    /// <param name="field">The field.</param>
    /// <param name="length">Its length as <see cref="FieldLength"/> writes it.</param>
    public double Of(int field, byte length) => _weights[field * FieldLength.Count + length];
}
