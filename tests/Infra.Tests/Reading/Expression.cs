namespace Matinee.Infra.Tests.Reading;

/// <summary>What stands on the right of a Bicep declaration.</summary>
abstract record Expression
{
    /// <summary>What this one is made of.</summary>
    public virtual IEnumerable<Expression> Parts => [];

    /// <summary>This one and all within it.</summary>
    public IEnumerable<Expression> All() => Parts.SelectMany(static part => part.All()).Prepend(this);
}

/// <summary>'text ${with} holes': one more text than there are holes.</summary>
sealed record Text(IReadOnlyList<string> Between, IReadOnlyList<Expression> Holes) : Expression
{
    /// <summary>The text; null where it has holes.</summary>
    public string? Plain => Holes.Count == 0 ? Between[0] : null;

    public override IEnumerable<Expression> Parts => Holes;
}

sealed record Number(long Value) : Expression;

/// <summary>true, false or null.</summary>
sealed record Word(string Value) : Expression;

sealed record Name(string Value) : Expression;

sealed record Member(Expression Of, string Value) : Expression
{
    public override IEnumerable<Expression> Parts => [Of];
}

sealed record At(Expression Of, Expression Place) : Expression
{
    public override IEnumerable<Expression> Parts => [Of, Place];
}

sealed record Call(Expression Function, IReadOnlyList<Expression> Arguments) : Expression
{
    // The name of a function is no symbol of the file.
    public override IEnumerable<Expression> Parts => Function is Member { Of: var of } ? Arguments.Prepend(of) : Arguments;

    public string FunctionName => Function switch { Name name => name.Value, Member member => member.Value, _ => "" };
}

sealed record Items(IReadOnlyList<Expression> Values) : Expression
{
    public override IEnumerable<Expression> Parts => Values;
}

sealed record Properties(IReadOnlyList<(string Key, Expression Value)> Pairs) : Expression
{
    public override IEnumerable<Expression> Parts => Pairs.Select(static pair => pair.Value);

    /// <summary>A property; null where there is none.</summary>
    public Expression? this[string key] => Pairs.FirstOrDefault(pair => pair.Key == key).Value;
}

/// <summary>[for item in list: body]</summary>
sealed record Loop(string Variable, Expression Over, Expression Body) : Expression
{
    public override IEnumerable<Expression> Parts => [Over, Body];
}

/// <summary>if (condition) body</summary>
sealed record When(Expression Condition, Expression Body) : Expression
{
    public override IEnumerable<Expression> Parts => [Condition, Body];
}

sealed record Operation(string Operator, IReadOnlyList<Expression> Operands) : Expression
{
    public override IEnumerable<Expression> Parts => Operands;
}
