namespace Matinee.Engine.Portraits.Clusters;

/// <summary>The pairing of rows with columns that costs least in all (Kuhn's Hungarian method, with potentials).</summary>
static class BestPairs
{
    /// <summary>The column of each row; -1 for rows left over where there are more rows than columns.</summary>
    public static int[] Of(double[,] costs)
    {
        var (rows, columns) = (costs.GetLength(0), costs.GetLength(1));
        if (rows > columns) return Turned(Of(Turn(costs)), rows);

        // Row and column 0 stand for "none": paths begin there. owner[c] is the row that has column c.
        var (rowPotential, columnPotential) = (new double[rows + 1], new double[columns + 1]);
        var (owner, cameFrom) = (new int[columns + 1], new int[columns + 1]);
        for (var row = 1; row <= rows; row++)
        {
            var (least, done) = (new double[columns + 1], new bool[columns + 1]);
            Array.Fill(least, double.PositiveInfinity);
            owner[0] = row;
            var column = 0;
            while (owner[column] != 0)
            {
                done[column] = true;
                var (step, next) = (double.PositiveInfinity, -1);
                for (var c = 1; c <= columns; c++)
                {
                    if (done[c]) continue;
                    var reduced = costs[owner[column] - 1, c - 1] - rowPotential[owner[column]] - columnPotential[c];
                    if (reduced < least[c]) (least[c], cameFrom[c]) = (reduced, column);
                    if (least[c] < step) (step, next) = (least[c], c);
                }

                for (var c = 0; c <= columns; c++)
                {
                    if (done[c]) (rowPotential[owner[c]], columnPotential[c]) = (rowPotential[owner[c]] + step, columnPotential[c] - step);
                    else least[c] -= step;
                }

                column = next;
            }

            // Along the path back every row passes its column on.
            for (; column != 0; column = cameFrom[column]) owner[column] = owner[cameFrom[column]];
        }

        return Turned(owner[1..].Select(row => row - 1).ToArray(), rows);
    }

    static double[,] Turn(double[,] costs)
    {
        var turned = new double[costs.GetLength(1), costs.GetLength(0)];
        for (var row = 0; row < costs.GetLength(0); row++)
        {
            for (var column = 0; column < costs.GetLength(1); column++) turned[column, row] = costs[row, column];
        }

        return turned;
    }

    static int[] Turned(int[] partners, int count)
    {
        var turned = new int[count];
        Array.Fill(turned, -1);
        for (var i = 0; i < partners.Length; i++)
        {
            if (partners[i] >= 0) turned[partners[i]] = i;
        }

        return turned;
    }
}
