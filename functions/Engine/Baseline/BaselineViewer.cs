using Matinee.Engine.Models;
using Matinee.Engine.Ratings;

namespace Matinee.Engine.Baseline;

/// <summary>A viewer with a bias.</summary>
sealed class BaselineViewer(BaselineModel model, float bias) : Viewer(model.Items.Count)
{
    public override float Score(int item) => Stars.Clamp(model.Expect(item) + bias);
}
