package org.unravel.engine.renewal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.unravel.engine.lane.HermitianRows;
import org.unravel.engine.sector.Kets;
import org.unravel.engine.sector.Sector;
import org.unravel.engine.sector.SectorMap;
import org.unravel.model.Bath;
import org.unravel.model.Channel;
import org.unravel.model.InitialState;
import org.unravel.model.Model;
import org.unravel.numeric.SparseMatrix;
import org.unravel.numeric.SparseMatrixBuilder;

/**
 * All states in which a trajectory can find itself right after a jump, if they are finitely many: found from the initial kets, jump by jump.
 *
 * <p>From a state whose no-jump evolution stays in a subspace, a channel leads to one state always if its operator has rank one on that subspace.
 * So it is for operators |a⟩⟨b|, for eigenstates of H_eff, and for small subspaces such as one excitation shared by two parts.
 */
public final class PostJumpStates {

    /** More states are no longer few tables. */
    private static final int MOST_STATES = 256;
    /** A subspace larger than this makes tables that cost more than the trajectories they save. */
    private static final int MOST_DIMENSION = 64;
    /**
     * States this close are one: far above the rounding of a jump, and whatever follows, no record is more than twice as much more or less likely,
     * as the evolution with its jumps is linear and keeps the trace.
     */
    private static final double SAME_STATE = 1e-13;
    /** Energies this many times larger than those of a sector would cost three digits of them. */
    private static final double FAR = 1e3;

    private final Model model;
    private final List<Channel> channels;
    private final List<String> channelNames = new ArrayList<>();
    private final SparseMatrix[] operators;
    private final SparseMatrix hamiltonian;
    private final SparseMatrix energy;
    private final SparseMatrix jumpRate;
    private final SparseMatrix generator;
    private final List<double[]> kets = new ArrayList<>();
    private final List<PostJumpState> states = new ArrayList<>();
    private String obstacle;

    private PostJumpStates(SectorMap map) {
        this.model = map.model();
        this.channels = model.channels();
        for (Bath bath : model.baths()) {
            bath.channels().forEach(c -> channelNames.add(bath.name() + "." + c.name()));
        }
        this.operators = channels.stream().map(c -> c.operator().at(0)).toArray(SparseMatrix[]::new);
        this.hamiltonian = model.hamiltonian().at(0);
        this.energy = model.energy().at(0);
        this.jumpRate = model.jumpRateOperator().at(0);
        this.generator = hamiltonian.minus(SparseMatrix.diagonal(centres(map))).scaled(0, -1).plus(-0.5, 0, jumpRate);
    }

    /** The search; {@link #obstacle()} says whether it came to an end. */
    public static PostJumpStates of(Model model) {
        return of(SectorMap.of(model));
    }

    /** The same for a model whose sectors are known. */
    static PostJumpStates of(SectorMap map) {
        if (!map.model().isConstant()) {
            throw new IllegalArgumentException("expected a model that does not depend on time, found " + map.model().name());
        }
        PostJumpStates found = new PostJumpStates(map);
        found.search();
        return found;
    }

    /** A constant phase changes nothing, but a large one would hide the small differences that count. No phase between two sectors counts. */
    private double[] centres(SectorMap map) {
        InitialState.Component start = model.initial().components().get(0);
        double[] centres = new double[model.dimension()];
        double centre = hamiltonian.expectation(start.re(), start.im());
        Arrays.fill(centres, centre);
        for (Sector sector : map.sectors()) {
            double own = Arrays.stream(sector.states()).mapToDouble(i -> hamiltonian.re(i, i)).average().orElseThrow();
            double[] shift = new double[sector.dimension()];
            Arrays.fill(shift, own);
            double size = hamiltonian.restricted(sector.states()).minus(SparseMatrix.diagonal(shift)).rowSumNorm();
            if (Math.abs(own - centre) > FAR * size) {
                Arrays.stream(sector.states()).forEach(i -> centres[i] = own);
            }
        }
        return centres;
    }

    private void search() {
        for (InitialState.Component c : model.initial().components()) {
            add(c.re(), c.im());
        }
        for (int s = 0; 2 * s < kets.size() && obstacle == null; s++) {
            follow(s);
        }
    }

    private void add(double[] re, double[] im) {
        kets.add(re);
        kets.add(im);
    }

    /** Index of a state; a new one is added at the end. */
    private int indexOf(double[] re, double[] im) {
        int count = kets.size() / 2;
        int i = Kets.largest(re, im);
        double modulus = Math.hypot(re[i], im[i]);
        for (int s = 0; s < count; s++) {
            double[] otherRe = kets.get(2 * s);
            double[] otherIm = kets.get(2 * s + 1);
            // amplitudes of one state differ by no more than the states do: most others are told apart by one of them
            if (modulus <= Math.hypot(otherRe[i], otherIm[i]) + 2 * SAME_STATE && Kets.distance(otherRe, otherIm, re, im) <= SAME_STATE) {
                return s;
            }
        }
        if (count == MOST_STATES) {
            obstacle = "more than " + MOST_STATES + " states after jumps";
        }
        add(re, im);
        return count;
    }

    private void follow(int s) {
        KrylovSpace space = new KrylovSpace(generator, kets.get(2 * s), kets.get(2 * s + 1), duration());
        ChannelReach[] reach = new ChannelReach[operators.length];
        for (int k = 0; k < reach.length; k++) {
            double rate = channels.get(k).rate().at(0).re();
            reach[k] = rate > 0 ? new ChannelReach(operators[k], rate * duration()) : null;
        }
        do {
            if (space.dimension() > MOST_DIMENSION) {
                obstacle = "a no-jump evolution through more than " + MOST_DIMENSION + " states";
                return;
            }
            int last = space.dimension() - 1;
            for (int k = 0; k < reach.length; k++) {
                if (reach[k] != null && !reach[k].add(space.re(last), space.im(last))) {
                    obstacle = "that channel " + channelNames.get(k) + " leads from one state to different ones, depending on when it fires";
                    return;
                }
            }
        } while (space.extend());
        states.add(state(space, reach));
    }

    private double duration() {
        return model.time().end() - model.time().start();
    }

    private PostJumpState state(KrylovSpace space, ChannelReach[] reach) {
        List<PostJumpState.Jump> jumps = new ArrayList<>();
        for (int k = 0; k < reach.length; k++) {
            if (reach[k] != null && reach[k].reaches()) {
                double[][] amplitudes = reach[k].amplitudes(channels.get(k).rate().at(0).re());
                jumps.add(new PostJumpState.Jump(k, indexOf(reach[k].rayRe(), reach[k].rayIm()), amplitudes[0], amplitudes[1]));
            }
        }
        PostJumpState.Dissipation[] apart = model.bathsApart().stream().map(b -> model.jumpRateOperator(b).at(0))
                .map(k -> new PostJumpState.Dissipation(rows(space, k), rows(space, energy.halfAnticommutator(k)))).toArray(PostJumpState.Dissipation[]::new);
        HermitianRows unitary = model.hasOwnEnergy() ? rows(space, model.unitaryHeatOperator().at(0)) : null;
        return new PostJumpState(centred(space.project(generator)), rows(space, jumpRate), rows(space, energy), rows(space, energy.halfAnticommutator(jumpRate)),
                apart, unitary, model.observables().stream().map(o -> rows(space, o.operator().at(0))).toArray(HermitianRows[]::new),
                jumps.toArray(PostJumpState.Jump[]::new), space);
    }

    private static HermitianRows rows(KrylovSpace space, SparseMatrix a) {
        return HermitianRows.of(space.project(a));
    }

    /** Takes out the phase in the middle of the subspace. */
    private static SparseMatrix centred(SparseMatrix g) {
        double phase = 0;
        for (int i = 0; i < g.dimension(); i++) {
            phase += g.im(i, i) / g.dimension();
        }
        SparseMatrixBuilder builder = new SparseMatrixBuilder(g.dimension()).add(1, 0, g);
        for (int i = 0; i < g.dimension(); i++) {
            builder.add(i, i, 0, -phase);
        }
        return builder.build();
    }

    /** Why there are no finitely many states, to follow "found"; empty if they are all here. */
    Optional<String> obstacle() {
        return Optional.ofNullable(obstacle);
    }

    /** The states; those of the initial kets come first, in their order. */
    List<PostJumpState> states() {
        return states;
    }
}
