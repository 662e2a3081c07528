using System.Collections.Frozen;

namespace Matinee.Core.Search;

/// <summary>
/// What is left of a lower-case letter without its diacritics, ligatures and other shapes. .NET can't say so here: under invariant
/// globalization it decomposes nothing.
/// </summary>
/// <remarks>
/// Unicode's compatibility decompositions without marks, for the Latin, Greek and Cyrillic alphabets, Arabic's hamza and kana; and
/// letters that Unicode does not take apart but people do, such as ø, ł and ß.
/// </remarks>
static class BaseLetters
{
    const string Table = """
        a ªàáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặⱥ | b ɓḃḅḇ | c çćĉċčȼḉⅽ | d ðďđɗḋḍḏḑḓⅾ
        e èéêëēĕėęěȅȇȩəḕḗḙḛḝẹẻẽếềểễệ | f ƒḟ | g ĝğġģǥǧǵḡ | h ĥħȟḣḥḧḩḫẖ | i ìíîïĩīĭįıǐȉȋɨḭḯỉịⅰ | j ĵǰј
        k ķĸƙǩḱḳḵ | l ĺļľłḷḹḻḽⅼ | m ḿṁṃⅿ | n ñńņňŋǹṅṇṉṋ | o ºòóôõöøōŏőơǒǫǭǿȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ | p ṕṗ
        r ŕŗřȑȓɍṙṛṝṟ | s śŝşšſșṡṣṥṧṩẛ | t ţťŧțṫṭṯṱẗ | u ùúûüũūŭůűųưǔǖǘǚǜȕȗʉṳṵṷṹṻụủứừửữự | v ṽṿⅴ | w ŵẁẃẅẇẉẘ
        x ẋẍⅹ | y ýÿŷƴȳẏẙỳỵỷỹ | z źżžẑẓẕ | α άἀἁἂἃἄἅἆἇὰάᾀᾁᾂᾃᾄᾅᾆᾇᾰᾱᾲᾳᾴᾶᾷ | ε έἐἑἒἓἔἕὲέ
        η ήἠἡἢἣἤἥἦἧὴήᾐᾑᾒᾓᾔᾕᾖᾗῂῃῄῆῇ | ι ΐίϊἰἱἲἳἴἵἶἷὶίιῐῑῒΐῖῗ | ο όὀὁὂὃὄὅὸό | ρ ῤῥ | σ ς
        υ ΰϋύὐὑὒὓὔὕὖὗὺύῠῡῢΰῦῧ | ω ώὠὡὢὣὤὥὦὧὼώᾠᾡᾢᾣᾤᾥᾦᾧῲῳῴῶῷ | а ӑӓ | г ѓґ | д ђ | е ѐёӗ | ж ӂӝ | з ӟ
        и йіїѝӣӥ | к ќ | о ӧ | т ћ | у ўӯӱӳ | ч ӵ | ы ӹ | э ӭ | ә ӛ | ө ӫ | ا آأإ | و ؤ | ي ئ | ae æǣǽ
        ff ﬀ | ffi ﬃ | ffl ﬄ | fi ﬁ | fl ﬂ | ii ⅱ | iii ⅲ | iv ⅳ | ix ⅸ | oe œ | ss ß | th þ | vi ⅵ | vii ⅶ
        viii ⅷ
        う ゔ | か が | き ぎ | く ぐ | け げ | こ ご | さ ざ | し じ | す ず | せ ぜ | そ ぞ | た だ
        ち ぢ | つ づ | て で | と ど | は ばぱ | ひ びぴ | ふ ぶぷ | へ べぺ | ほ ぼぽ | ゝ ゞ | ァ ｧ
        ア ｱ | ィ ｨ | イ ｲ | ゥ ｩ | ウ ヴｳ | ェ ｪ | エ ｴ | ォ ｫ | オ ｵ | カ ガｶ | キ ギｷ
        ク グｸ | ケ ゲｹ | コ ゴｺ | サ ザｻ | シ ジｼ | ス ズｽ | セ ゼｾ | ソ ゾｿ | タ ダﾀ | チ ヂﾁ
        ッ ｯ | ツ ヅﾂ | テ デﾃ | ト ドﾄ | ナ ﾅ | ニ ﾆ | ヌ ﾇ | ネ ﾈ | ノ ﾉ | ハ バパﾊ | ヒ ビピﾋ
        フ ブプﾌ | ヘ ベペﾍ | ホ ボポﾎ | マ ﾏ | ミ ﾐ | ム ﾑ | メ ﾒ | モ ﾓ | ャ ｬ | ヤ ﾔ | ュ ｭ
        ユ ﾕ | ョ ｮ | ヨ ﾖ | ラ ﾗ | リ ﾘ | ル ﾙ | レ ﾚ | ロ ﾛ | ワ ヷﾜ | ヰ ヸ | ヱ ヹ
        ヲ ヺｦ | ン ﾝ | ー ｰ | ヽ ヾ
        """;

    static readonly FrozenDictionary<char, string> s_bases = Table.Split(['|', '\n'], StringSplitOptions.TrimEntries)
        .Select(static row => row.Split(' '))
        .SelectMany(static row => row[1].Select(letter => KeyValuePair.Create(letter, row[0])))
        .ToFrozenDictionary();

    /// <summary>The base of a letter; null where the letter is one itself.</summary>
    public static string? Of(char letter) => s_bases.GetValueOrDefault(letter);
}
