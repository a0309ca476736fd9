package org.unravel.engine.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.unravel.engine.drive.SmoothPiece;
import org.unravel.engine.drive.Step;
import org.unravel.engine.drive.StepSchedule;
import org.unravel.engine.jump.JumpLaw;
import org.unravel.engine.jump.LanePadding;
import org.unravel.engine.lane.LaneKernel;
import org.unravel.engine.sector.SectorMap;
import org.unravel.model.Model;
import org.unravel.trajectory.Engine;
import org.unravel.trajectory.LaneWorker;
import org.unravel.trajectory.Recording;

/** The grid engine with steps that nobody adapts: every smooth piece in so many equal parts. */
public record FixedSteps(GridTables tables, LaneKernel laneKernel) implements Engine {

    public static FixedSteps of(Model model, int divisions) {
        List<Step> steps = new ArrayList<>();
        for (SmoothPiece p : StepSchedule.pieces(model)) {
            double length = p.length() / divisions;
            for (int s = 0; s < divisions; s++) {
                steps.add(Step.whole(new SmoothPiece(p.start() + s * length, p.rest(), length, p.branch(), p.interval(), s == divisions - 1 ? p.gridIndex() : -1)));
            }
        }
        GridTables tables = GridTables.untried(SectorMap.of(model), new StepSchedule(steps));
        return new FixedSteps(tables, LaneKernel.fastest());
    }

    @Override
    public String name() {
        return GridEngine.NAME;
    }

    @Override
    public String kernel() {
        return laneKernel.name();
    }

    @Override
    public int laneCount() {
        return GridEngine.LANES;
    }

    @Override
    public int paddedLaneCount() {
        return LanePadding.padded(GridEngine.LANES);
    }

    @Override
    public LaneWorker worker(Recording.Times times) {
        return new GridWorker(tables, laneKernel, paddedLaneCount(), times, JumpLaw.OWN);
    }

    @Override
    public Map<String, Object> description() {
        return Map.of("steps", tables.stepCount());
    }
}
