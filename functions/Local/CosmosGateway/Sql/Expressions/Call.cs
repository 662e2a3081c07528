using System.Runtime.CompilerServices;
using Matinee.Local.CosmosGateway.Sql.Functions;
using Matinee.Local.CosmosGateway.Sql.Values;

namespace Matinee.Local.CosmosGateway.Sql.Expressions;

/// <summary>A function of some arguments.</summary>
sealed class Call(Function function, IReadOnlyList<Expression> arguments) : Expression
{
    public override IReadOnlyList<Expression> Children => arguments;

    public override SqlValue Evaluate(Row row)
    {
        var few = new Few();
        var values = arguments.Count <= Few.Length ? few[..arguments.Count] : new SqlValue[arguments.Count];
        for (var i = 0; i < arguments.Count; i++)
        {
            values[i] = arguments[i].Evaluate(row);
            if (!values[i].IsDefined && !function.TakesUndefined) return SqlValue.Undefined;
        }

        return function.Evaluate(values);
    }

    public override string ToString() => $"{function.Name}({string.Join(", ", arguments)})";

    [InlineArray(Length)]
    struct Few
    {
        public const int Length = 3;

        SqlValue _first;
    }
}
