using ExportPortal.Search.Contracts;

namespace ExportPortal.Search.Index;

/// <summary>
/// What a word in a field counts by the field's length, in the texts of one culture: the more, the shorter it is beside the average.
/// Worked out once for the usual lengths, as a search asks for very many.
/// </summary>
internal sealed class FieldWeights
{
    private const int Usual = 256;

    private static readonly double[] Weights = Array.ConvertAll(Enum.GetValues<SearchField>(), Ranking.Weight);
    private static readonly double[] Norms = Array.ConvertAll(Enum.GetValues<SearchField>(), Ranking.LengthNorm);

    private readonly float[] _averages;
    private readonly double[] _usual = new double[Segment.FieldCount * Usual];

    /// <param name="averages">The average number of words of each field.</param>
    public FieldWeights(float[] averages)
    {
        _averages = averages;
        for (var field = 0; field < Segment.FieldCount; field++)
            for (var length = 0; length < Usual; length++)
                _usual[field * Usual + length] = Make(field, length);
    }

    public double Of(int field, int length) => length < Usual ? _usual[field * Usual + length] : Make(field, length);

    private double Make(int field, int length) => Weights[field] / (1 + Norms[field] * (length * (1d / _averages[field]) - 1));
}
