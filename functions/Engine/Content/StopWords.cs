using System.Collections.Frozen;

namespace Matinee.Engine.Content;

/// <summary>Words that stand in any synopsis and say nothing of the film.</summary>
static class StopWords
{
    static readonly FrozenSet<string> s_words =
        """
        a about above after again against all along also although am among an and another any are around as at away back be because
        become becomes been before begin begins behind being below between both but by can come comes could did do does doing done down
        during each either even ever every few film find finds first for from further gets get give gives go goes had has have having he
        her here hers herself him himself his how however if in into is it its itself just last later like make makes many may me meets
        might more most movie much must my myself nor not now of off on once one only onto or other others our ours out over own same
        she should since so some soon still story such take takes tells than that the their theirs them themselves then there these they
        this those though three through thus to together too toward towards two under until up upon us very was way we were what when
        where whether which while who whom whose why will with within without would yet you your yours
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();

    public static bool Has(string word) => s_words.Contains(word);
}
