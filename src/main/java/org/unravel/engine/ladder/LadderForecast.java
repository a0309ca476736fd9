package org.unravel.engine.ladder;

import org.unravel.engine.forecast.EngineForecast;
import org.unravel.engine.forecast.ModelShape;
import org.unravel.engine.sector.Sector;
import org.unravel.engine.sector.SectorMap;
import org.unravel.numeric.BlockPartition;

/** Forecast of the {@link LadderEngine}: counts products of kets. */
final class LadderForecast {

    /** ‖H_eff‖ times the distance of grid times from which on a model is stiff; below, the other engines are at their best. */
    private static final double STIFF = 4096;
    /** One complex multiply-add, in nanoseconds. */
    private static final double ENTRY = 1.2;
    /** One product with a ket, and one jump, whatever the size. */
    private static final double PRODUCT = 15;
    private static final double JUMP = 500;
    /** Products for a piece of the integral of unitary heat or of the heat of a bath, and for all that are halved before it. */
    private static final double PIECE = 20;
    /** One complex multiply-add of 32 digits. */
    private static final double EXTENDED = 60;

    private LadderForecast() {
    }

    /** True if steps between grid times would be too many for other engines, and this one can take the model. */
    static boolean applies(SectorMap map) {
        return map.model().isConstant() && map.sectors().stream().anyMatch(s -> !(PropagatorLadder.action(s) < STIFF))
                && LadderTables.obstacle(map).isEmpty();
    }

    static EngineForecast of(ModelShape shape) {
        double entries = 0;
        double levels = 0;
        double bytes = 0;
        double pieces = 0;
        for (Sector sector : shape.sectors().sectors()) {
            int own = PropagatorLadder.levels(PropagatorLadder.action(sector));
            int count = PropagatorLadder.partition(sector).entryCount();
            entries = Math.max(entries, count);
            levels = Math.max(levels, own);
            bytes += 16.0 * own * count;
            long integrals = (shape.model().hasOwnEnergy() ? 1 : 0) + sector.apart().size();
            pieces = Math.max(pieces, integrals * own + WalkIntegral.pieces(sector));
        }
        double product = PRODUCT + ENTRY * entries;
        double jumps = shape.jumpForecast().total();
        double nanoseconds = shape.observers().nanoseconds(jumps) + (shape.intervals() + jumps) * pieces * PIECE * product
                + shape.intervals() * product + jumps * (JUMP + levels * product);
        return new EngineForecast(LadderEngine.NAME, setUp(shape.sectors()), nanoseconds, (long) bytes,
                "up to " + (int) levels + " propagators from a grid step down");
    }

    /** Nanoseconds of the tables. */
    static double setUp(SectorMap map) {
        double sum = 0;
        for (Sector sector : map.sectors()) {
            BlockPartition partition = PropagatorLadder.partition(sector);
            double cubes = 0;
            for (int m = 0; m < partition.blockCount(); m++) {
                cubes += Math.pow(partition.block(m).length, 3);
            }
            sum += EXTENDED * cubes * (4 + PropagatorLadder.levels(PropagatorLadder.action(sector)));
        }
        return sum;
    }
}
