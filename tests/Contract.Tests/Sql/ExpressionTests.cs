namespace Matinee.Contract.Tests.Sql;

public class ExpressionTests
{
    [Theory]
    [InlineData("1", "1")]
    [InlineData("-1.5", "-1.5")]
    [InlineData(".5", "0.5")]
    [InlineData("1e3", "1000")]
    [InlineData("9007199254740992", "9007199254740992")]
    [InlineData("1e300", "1E+300")]
    [InlineData("'it'", "\"it\"")]
    [InlineData("\"it\"", "\"it\"")]
    [InlineData("'O\\'Neil \\u0041\\n'", "\"O'Neil A\\n\"")]
    [InlineData("'a -- no comment'", "\"a -- no comment\"")]
    [InlineData("1 -- a comment\n + 1", "2")]
    [InlineData("true", "true")]
    [InlineData("null", "null")]
    [InlineData("undefined", null)]
    [InlineData("[1, undefined, 'a', []]", "[1,\"a\",[]]")]
    [InlineData("{\"a\": 1, 'b': undefined, \"c\": {}}", "{\"a\":1,\"c\":{}}")]
    [InlineData("{\"a\": [10, {\"b\": 7}]}.a[1].b", "7")]
    [InlineData("{\"a\": 1}['a']", "1")]
    [InlineData("{\"a\": 1}['b']", null)]
    [InlineData("[1, 2][2]", null)]
    [InlineData("{\"a\": 1}[0]", null)]
    [InlineData("[5, 6][[0, 1][1]]", "6")]
    public void Value_OfLiterals_IsAsWritten(string expression, string? expected) => Assert.Equal(expected, SqlTestData.Value(expression));

    [Theory]
    [InlineData("1 + 2 * 3", "7")]
    [InlineData("(1 + 2) * 3", "9")]
    [InlineData("7 - 2 - 1", "4")]
    [InlineData("7 / 2", "3.5")]
    [InlineData("-7 % 3", "-1")]
    [InlineData("2 * -3", "-6")]
    [InlineData("+5", "5")]
    [InlineData("+'5'", null)]
    [InlineData("0.1 + 0.2", "0.30000000000000004")]
    [InlineData("1 / 0", null)]
    [InlineData("0 / 0", null)]
    [InlineData("1 % 0", null)]
    [InlineData("1e308 * 10", null)]
    [InlineData("1 + '1'", null)]
    [InlineData("1 + null", null)]
    [InlineData("-'a'", null)]
    [InlineData("'a' || 'b' || 'c'", "\"abc\"")]
    [InlineData("'a' || 1", null)]
    [InlineData("1 + 1 = 2", "true")]
    [InlineData("1 < 2 = true", "true")]
    public void Value_OfArithmetic_FollowsPrecedenceAndTypes(string expression, string? expected) => Assert.Equal(expected, SqlTestData.Value(expression));

    [Theory]
    [InlineData("1 = 1.0", "true")]
    [InlineData("1 = '1'", "false")]
    [InlineData("1 != '1'", "true")]
    [InlineData("1 <> 1", "false")]
    [InlineData("null = null", "true")]
    [InlineData("null != 5", "true")]
    [InlineData("null = undefined", null)]
    [InlineData("undefined = undefined", null)]
    [InlineData("undefined != 1", null)]
    [InlineData("1 < 'a'", null)]
    [InlineData("1 < null", null)]
    [InlineData("true > false", "true")]
    [InlineData("'a' < 'b'", "true")]
    [InlineData("'B' < 'a'", "true")]
    [InlineData("'a' < 'a '", "true")]
    [InlineData("[1, 2] = [1, 2]", "true")]
    [InlineData("[1, 2] = [2, 1]", "false")]
    [InlineData("[1] = [1, 2]", "false")]
    [InlineData("[1] < [2]", null)]
    [InlineData("{\"a\": 1, \"b\": [null]} = {\"b\": [null], \"a\": 1}", "true")]
    [InlineData("{\"a\": 1} = {\"a\": 1, \"b\": 2}", "false")]
    [InlineData("{\"a\": 1} < {\"a\": 2}", null)]
    [InlineData("2 BETWEEN 1 AND 3", "true")]
    [InlineData("1 BETWEEN 1 AND 1", "true")]
    [InlineData("0 BETWEEN 1 AND 3", "false")]
    [InlineData("0 NOT BETWEEN 1 AND 3", "true")]
    [InlineData("'b' BETWEEN 'a' AND 'c' AND true", "true")]
    [InlineData("1 BETWEEN 'a' AND 'c'", null)]
    [InlineData("2 IN (1, 2, 3)", "true")]
    [InlineData("4 IN (1, 2, 3)", "false")]
    [InlineData("4 NOT IN (1, 2, 3)", "true")]
    [InlineData("'2' IN (1, 2, 3)", "false")]
    [InlineData("null IN (1, null)", "true")]
    [InlineData("undefined IN (1, 2)", null)]
    [InlineData("1 IN (1, undefined)", "true")]
    [InlineData("2 IN (1, undefined)", null)]
    [InlineData("[1] IN ([1], 2)", "true")]
    [InlineData("'h' IN ('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i')", "true")]
    [InlineData("'z' IN ('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 1, null)", "false")]
    [InlineData("'z' IN ('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', undefined)", null)]
    public void Value_OfComparisons_ConvertsNothing(string expression, string? expected) => Assert.Equal(expected, SqlTestData.Value(expression));

    [Theory]
    [InlineData("undefined ?? 1", "1")]
    [InlineData("null ?? 1", "null")]
    [InlineData("undefined ?? undefined ?? 3", "3")]
    [InlineData("true ? 1 : 2", "1")]
    [InlineData("false ? 1 : 2", "2")]
    [InlineData("undefined ? 1 : 2", "2")]
    [InlineData("1 ? 1 : 2", "2")]
    [InlineData("false ? 1 : true ? 2 : 3", "2")]
    [InlineData("1 < 2 AND 2 < 3 ? 'yes' : 'no'", "\"yes\"")]
    public void Value_OfChoices_TakesTheFirstThatFits(string expression, string? expected) => Assert.Equal(expected, SqlTestData.Value(expression));

    /// <summary>t, f and u (undefined; a number is no truth either) against each other.</summary>
    [Theory]
    [InlineData("t", "t", "t", "t")]
    [InlineData("t", "f", "f", "t")]
    [InlineData("t", "u", "u", "t")]
    [InlineData("f", "t", "f", "t")]
    [InlineData("f", "f", "f", "f")]
    [InlineData("f", "u", "f", "u")]
    [InlineData("u", "t", "u", "t")]
    [InlineData("u", "f", "f", "u")]
    [InlineData("u", "u", "u", "u")]
    public void Value_OfAndOr_FollowsTheTruthTable(string left, string right, string and, string or)
    {
        foreach (var undefined in new[] { "undefined", "1", "null", "'true'" })
        {
            Assert.Equal(Truth(and), SqlTestData.Value($"{Text(left)} AND {Text(right)}"));
            Assert.Equal(Truth(or), SqlTestData.Value($"{Text(left)} OR {Text(right)}"));

            string Text(string truth) => truth == "u" ? undefined : Truth(truth)!;
        }
    }

    [Theory]
    [InlineData("NOT true", "false")]
    [InlineData("NOT false", "true")]
    [InlineData("NOT undefined", null)]
    [InlineData("NOT null", null)]
    [InlineData("NOT 0", null)]
    [InlineData("NOT NOT true", "true")]
    [InlineData("NOT (1 = 2)", "true")]
    [InlineData("true OR false AND false", "true")]
    [InlineData("NOT false AND false", "false")]
    public void Value_OfNot_IsUndefinedForWhatIsNoBoolean(string expression, string? expected) => Assert.Equal(expected, SqlTestData.Value(expression));

    static string? Truth(string letter) => letter switch { "t" => "true", "f" => "false", _ => null };
}
