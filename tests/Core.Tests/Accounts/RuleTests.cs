using Matinee.Core.Accounts;
using Matinee.Core.Problems;

namespace Matinee.Core.Tests.Accounts;

public sealed class RuleTests
{
    static readonly DateTimeOffset s_now = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("short", false)]
    [InlineData("seven77", false)]
    [InlineData("password", false)]
    [InlineData("Password2024!", false)]
    [InlineData("PASSW0RD", false)]
    [InlineData("qwertyuiop", false)]
    [InlineData("1234567890", false)]
    [InlineData("aaaaaaaaaaaa", false)]
    [InlineData("abababababab", false)]
    [InlineData("zoe@example.org", false)]
    [InlineData("ZOE@example.org", false)]
    [InlineData("three unrelated words", true)]
    [InlineData("nur kleine buchstaben", true)]
    [InlineData("пароль из слов", true)]
    [InlineData("x9$Lq2v!", true)]
    public void ProblemOf_Password_RefusesWhatIsTriedFirst(string password, bool isAllowed) =>
        Assert.Equal(isAllowed, PasswordRules.ProblemOf(password, "zoe@example.org") is null);

    [Fact]
    public void ProblemOf_PasswordOfALimitsLength_IsAllowedAndOneMoreIsNot()
    {
        var words = string.Concat(Enumerable.Range(0, 100).Select(i => (char)('a' + i * 7 % 26) + "7"));
        Assert.Null(PasswordRules.ProblemOf(words[..8], "zoe"));
        Assert.Null(PasswordRules.ProblemOf(words, "zoe"));
        Assert.Contains("201", PasswordRules.ProblemOf(words + "x", "zoe"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zoe", true)]
    [InlineData("zoe.m-1_2@example.org", true)]
    [InlineData("42", false)]
    [InlineData("zo e", false)]
    [InlineData("zoë", false)]
    [InlineData("zоe", false)]
    [InlineData("_zoe", false)]
    [InlineData("zoe/../x", false)]
    public void ProblemOf_LoginName_AllowsPlainLettersOnly(string name, bool isAllowed) =>
        Assert.Equal(isAllowed, LoginNames.ProblemOf(name) is null);

    [Fact]
    public void Apply_SameAnswerAgain_KeepsItsTime()
    {
        var user = ConsentRules.Apply(New(), new(ConsentPurpose.RatingsForOthers, true, Policy.Version), s_now);

        Assert.Same(user, ConsentRules.Apply(user, new(ConsentPurpose.RatingsForOthers, true, Policy.Version), s_now.AddDays(1)));
        Assert.True(user.Allows(ConsentPurpose.RatingsForOthers));
        Assert.False(user.Allows(ConsentPurpose.ProfileForPortraits));
    }

    [Fact]
    public void Apply_ToANewerPolicy_IsWrittenDown()
    {
        var old = New() with { Consents = [new(ConsentPurpose.RatingsForOthers, true, s_now, "1999")] };

        var user = ConsentRules.Apply(old, new(ConsentPurpose.RatingsForOthers, true, Policy.Version), s_now.AddDays(1));

        Assert.Equal([new Consent(ConsentPurpose.RatingsForOthers, true, s_now.AddDays(1), Policy.Version)], user.Consents);
    }

    [Fact]
    public void Apply_PortraitsTakenBack_IsTheLatestWordAndLeavesOthersAlone()
    {
        var given = ConsentRules.Apply(New(), new(ConsentPurpose.ProfileForPortraits, true, Policy.Version), s_now);

        var other = ConsentRules.Apply(given, new(ConsentPurpose.RatingsForOthers, true, Policy.Version), s_now);
        var back = ConsentRules.Apply(other, new(ConsentPurpose.ProfileForPortraits, false, null), s_now.AddDays(1));

        Assert.True(back.Allows(ConsentPurpose.RatingsForOthers));
        Assert.False(back.Allows(ConsentPurpose.ProfileForPortraits));
        Assert.Contains(new Consent(ConsentPurpose.ProfileForPortraits, false, s_now.AddDays(1), Policy.Version), back.Consents);
    }

    [Fact]
    public void Check_AgreementToAPolicyNotInForce_IsRefused()
    {
        Assert.Throws<ProblemException>(() => ConsentRules.Check(new(ConsentPurpose.RatingsForOthers, true, "1999")));
        Assert.Throws<ProblemException>(() => ConsentRules.Check(new(ConsentPurpose.RatingsForOthers, true, null)));
        ConsentRules.Check(new(ConsentPurpose.RatingsForOthers, false, null));
    }

    [Fact]
    public void Token_Each_IsItsUsersAndNobodyElses()
    {
        var tokens = Enumerable.Range(0, 100).Select(_ => SessionTokens.New("user-1")).ToList();

        Assert.Equal(100, tokens.Distinct().Count());
        Assert.All(tokens, token => Assert.True(SessionTokens.TryReadUserId(token, out var user) && user == "user-1"));
        Assert.All(tokens, token => Assert.True(SessionTokens.IsSessionId(SessionTokens.SessionIdOf(token))));
        Assert.NotEqual(SessionTokens.SessionIdOf(tokens[0]), SessionTokens.SessionIdOf("user-2" + tokens[0][6..]));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("user-1")]
    [InlineData("user-1.short")]
    [InlineData(".AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("a/b.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("user-1.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA+")]
    [InlineData("user-1.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void Token_Other_IsNone(string text) => Assert.False(SessionTokens.TryReadUserId(text, out _));

    [Fact]
    public void ToString_OfSecrets_HasNoneInIt()
    {
        var session = new Session("user-1", "id", "phone", s_now, s_now);
        Assert.DoesNotContain("secret", new StartedSession("secret", session).ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", new NewAccount("zoe", "secret", []).ToString(), StringComparison.Ordinal);
    }

    static User New() => new() { Id = "user-1", LoginName = "zoe", PasswordHash = "x", CreatedAt = s_now };
}
