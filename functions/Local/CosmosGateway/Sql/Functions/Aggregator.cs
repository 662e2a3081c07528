using System.Collections.Frozen;
using Matinee.Local.CosmosGateway.Sql.Values;

namespace Matinee.Local.CosmosGateway.Sql.Functions;

/// <summary>Takes a group's values in, one by one, and makes one of them. Undefined ones are not given to it.</summary>
abstract class Aggregator
{
    static readonly FrozenDictionary<string, Func<Aggregator>> s_all = new Dictionary<string, Func<Aggregator>>
    {
        ["COUNT"] = static () => new Count(),
        ["SUM"] = static () => new Sum(),
        ["AVG"] = static () => new Average(),
        ["MIN"] = static () => new Extreme(-1),
        ["MAX"] = static () => new Extreme(1),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static Func<Aggregator>? Named(string name) => s_all.GetValueOrDefault(name);

    public abstract SqlValue Result { get; }

    public abstract void Add(in SqlValue value);

    sealed class Count : Aggregator
    {
        double _count;

        public override SqlValue Result => SqlValue.Of(_count);

        public override void Add(in SqlValue value) => _count++;
    }

    /// <summary>The sum of numbers, 0 without any; undefined as soon as one value is something else.</summary>
    sealed class Sum : Aggregator
    {
        double _sum;

        public override SqlValue Result => SqlValue.Of(_sum);

        public override void Add(in SqlValue value) => _sum += value.Kind == SqlKind.Number ? value.Number : double.NaN;
    }

    /// <summary>The mean of numbers; undefined without any, or as soon as one value is something else.</summary>
    sealed class Average : Aggregator
    {
        double _sum;
        double _count;

        public override SqlValue Result => SqlValue.Of(_sum / _count);

        public override void Add(in SqlValue value)
        {
            _sum += value.Kind == SqlKind.Number ? value.Number : double.NaN;
            _count++;
        }
    }

    /// <summary>The first or last in the order of values; undefined without any, or as soon as one is an array or object.</summary>
    sealed class Extreme(int sign) : Aggregator
    {
        SqlValue _best;
        bool _spoilt;

        public override SqlValue Result => _spoilt ? SqlValue.Undefined : _best;

        public override void Add(in SqlValue value)
        {
            if (value.Kind is SqlKind.Array or SqlKind.Object) _spoilt = true;
            if (!_spoilt && (!_best.IsDefined || Math.Sign(ValueOrder.Compare(value, _best)) == sign)) _best = value;
        }
    }
}
