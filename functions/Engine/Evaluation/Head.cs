namespace Matinee.Engine.Evaluation;

/// <summary>Which films are popular.</summary>
static class Head
{
    /// <summary>
    /// True for the films of the test part among the fewest, most rated first (then by id), that make up
    /// the share of the training part; a film that nobody rated there is in the tail.
    /// </summary>
    public static bool[] OfTest(Split split, double share)
    {
        var training = split.Training;
        var order = new int[training.Items.Count];
        for (var i = 0; i < order.Length; i++) order[i] = i;
        Array.Sort(Array.ConvertAll(order, item => (-training.OfItem(item).Count, item)), order);

        var head = new bool[split.Test.Items.Count];
        var ratings = 0L;
        foreach (var item in order)
        {
            if (ratings >= share * training.Count) break;
            ratings += training.OfItem(item).Count;
            var test = split.Test.Items.IndexOf(training.Items[item]);
            if (test >= 0) head[test] = true;
        }

        return head;
    }
}
