using Matinee.Engine.Features;
using Matinee.Engine.Models;

namespace Matinee.Engine.Ridge;

/// <summary>A viewer of a ridge regression.</summary>
sealed class RidgeViewer(RidgeModel model, FeatureViewer viewer) : Viewer(model.Items.Count)
{
    public override float Score(int item)
    {
        Span<float> row = stackalloc float[model.Table.Columns.Width];
        viewer.Write(item, row);
        return model.Predict(row);
    }
}
