namespace Matinee.Local.Seed.Community;

/// <summary>Brings the smallest keys to the front, in no order.</summary>
static class Smallest
{
    /// <summary>Hoare's selection: linear time, where sorting thousands of films for the sake of fifty is most of the work.</summary>
    public static void Select(float[] keys, int[] values, int count)
    {
        var (low, high) = (0, keys.Length - 1);
        while (low < high)
        {
            var pivot = keys[low + (high - low) / 2];
            var (left, right) = (low, high);
            while (left <= right)
            {
                while (keys[left] < pivot) left++;
                while (keys[right] > pivot) right--;
                if (left > right) break;
                (keys[left], keys[right]) = (keys[right], keys[left]);
                (values[left], values[right]) = (values[right], values[left]);
                left++;
                right--;
            }

            if (count - 1 <= right) high = right;
            else if (count - 1 >= left) low = left;
            else return;
        }
    }
}
