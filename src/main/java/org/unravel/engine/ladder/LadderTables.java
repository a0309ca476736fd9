package org.unravel.engine.ladder;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.unravel.engine.forecast.ModelShape;
import org.unravel.engine.lane.HermitianRows;
import org.unravel.engine.sector.BlockFrame;
import org.unravel.engine.sector.ChannelTable;
import org.unravel.engine.sector.Sector;
import org.unravel.engine.sector.SectorMap;
import org.unravel.model.Model;
import org.unravel.model.TimeDependentOperator;
import org.unravel.numeric.SparseMatrix;

/**
 * What the ladder engine's workers share. Immutable.
 *
 * @param map the sectors of the model
 * @param ladders propagators of each sector
 * @param energies E of each sector
 * @param observables observables of each sector
 */
record LadderTables(SectorMap map, List<PropagatorLadder> ladders, List<HermitianRows> energies, List<HermitianRows[]> observables) {

    /** A table of 32 digits of more states takes minutes. */
    private static final int MOST_DIMENSION = 128;

    /** Of a model that has been looked at. */
    static LadderTables of(ModelShape shape) {
        return shape.once(LadderTables.class, s -> of(s.sectors()));
    }

    static LadderTables of(SectorMap map) {
        List<Sector> sectors = map.sectors();
        return new LadderTables(map, sectors.stream().map(s -> PropagatorLadder.of(map.model(), s)).toList(),
                sectors.stream().map(s -> HermitianRows.of(s.energy().at(0))).toList(),
                sectors.stream().map(s -> s.observables().stream().map(o -> HermitianRows.of(o.at(0))).toArray(HermitianRows[]::new)).toList());
    }

    /** Why there are no such tables for a model, to follow "found"; empty if there are. */
    static Optional<String> obstacle(SectorMap map) {
        if (!map.model().isConstant()) {
            return Optional.of("one that depends on time");
        }
        for (Sector sector : map.sectors()) {
            int largest = PropagatorLadder.partition(sector).largestBlock();
            if (largest > MOST_DIMENSION) {
                return Optional.of("blocks of " + largest + " states");
            }
            double action = PropagatorLadder.action(sector);
            if (!(action < Math.scalb(1.0, PropagatorLadder.MOST_ACTION))) {
                return Optional.of(String.format(Locale.ROOT, "a norm of H_eff of %.1e times the distance of grid times", action));
            }
        }
        return Optional.empty();
    }

    Model model() {
        return map.model();
    }

    /** The jump operators of a sector, in no frame. */
    ChannelTable channels(int sector) {
        BlockFrame[] none = map.sectors().stream()
                .map(s -> BlockFrame.of(TimeDependentOperator.constant(SparseMatrix.zero(s.dimension())), s.time(), PropagatorLadder.partition(s)))
                .toArray(BlockFrame[]::new);
        return ChannelTable.of(map, sector, none);
    }

    long bytes() {
        return ladders.stream().mapToLong(PropagatorLadder::bytes).sum();
    }
}
