package org.unravel.modelfile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.unravel.model.Space;
import org.unravel.model.Split;
import org.unravel.model.Subsystem;
import org.unravel.model.TimeDependentOperator;
import org.unravel.model.TimeProof.Finding;
import org.unravel.model.TimeProof.Outcome;

/**
 * Reads {@code split} and {@code interaction}: which subsystems are the parts A and B, and what couples them. H is multiplied out; what of it names subsystems of one part alone is that
 * part's, what names both is the interaction, and numbers are neither's.
 */
final class SplitReader {

    static final String KEY = "split";
    static final String INTERACTION = "interaction";
    private static final List<String> PARTS = List.of(Split.A, Split.B);

    private final YamlNode.Mapping file;
    private final Scope scope;
    private final Space space;
    private final PhysicsCheck check;

    /**
     * A reader.
     *
     * @param scope knows parameters and space, not time
     */
    SplitReader(YamlNode.Mapping file, Scope scope, PhysicsCheck check) {
        this.file = file;
        this.scope = scope;
        this.space = scope.space().orElseThrow();
        this.check = check;
    }

    /**
     * The parts, if the file names them.
     *
     * @param source of H
     * @param hamiltonian what it means
     */
    Optional<Split> read(Source source, TimeDependentOperator hamiltonian) {
        Optional<YamlNode> node = file.optional(KEY);
        if (node.isEmpty()) {
            file.entry(INTERACTION).ifPresent(e -> {
                throw e.error("expected 'split' beside 'interaction', found none: the interaction is what couples the parts of a split");
            });
            return Optional.empty();
        }
        YamlNode.Mapping parts = node.get().mapping().allow(PARTS, List.of());
        String[] partOf = partOf(parts);
        requireFermionsApart(parts, partOf);
        Expression energy = Expression.parse(source);
        Optional<Source> given = file.optional(INTERACTION).map(YamlNode::text);
        Optional<Expression> interaction = given.map(Expression::parse);
        TimeDependentOperator coupling = given.isPresent() ? coupling(given.get(), interaction.get(), energy, hamiltonian, partOf)
                : hermitian(INTERACTION, source, Monomials.of(energy, scope.withTime()).across(places(partOf, Split.A), places(partOf, Split.B)));
        return Optional.of(new Split(part(Split.A, parts, partOf, energy, interaction), part(Split.B, parts, partOf, energy, interaction), coupling));
    }

    /** For each subsystem the name of its part. */
    private String[] partOf(YamlNode.Mapping parts) {
        String[] partOf = new String[space.subsystems().size()];
        for (String name : PARTS) {
            YamlNode list = parts.required(name);
            if (list.texts().isEmpty()) {
                throw list.error("expected at least one subsystem in '" + KEY + "." + name + "', found none");
            }
            for (Source source : list.texts()) {
                for (int s : SubsystemNames.places(source, KEY + "." + name, space)) {
                    if (partOf[s] != null) {
                        throw ModelFileException.at(source, "expected each subsystem once in '" + KEY + "', found '" + space.subsystems().get(s).name() + "' in " + partOf[s]
                                + (partOf[s].equals(name) ? " twice" : " and in " + name));
                    }
                    partOf[s] = name;
                }
            }
        }
        for (int s = 0; s < partOf.length; s++) {
            if (partOf[s] == null) {
                throw parts.error("expected every subsystem in '" + KEY + "', found '" + space.subsystems().get(s).name() + "' in neither A nor B");
            }
        }
        return partOf;
    }

    /** The states of a part are those of its fermions alone only where no fermion of the other part stands between them: the signs of Jordan and Wigner run over those before. */
    private void requireFermionsApart(YamlNode.Mapping parts, String[] partOf) {
        List<Integer> fermions = IntStream.range(0, partOf.length).filter(s -> space.subsystems().get(s).kind() == Subsystem.Kind.FERMION).boxed().toList();
        List<Integer> changes = IntStream.range(1, fermions.size()).filter(k -> !partOf[fermions.get(k)].equals(partOf[fermions.get(k - 1)])).boxed().toList();
        if (changes.size() > 1) {
            int between = fermions.get(changes.get(0));
            throw parts.error("expected the fermions of a part one after another in 'space', found '" + space.subsystems().get(between).name() + "' of " + partOf[between]
                    + " between fermions of " + partOf[fermions.get(0)] + ": declare them in another order");
        }
    }

    private static Set<Integer> places(String[] partOf, String part) {
        Set<Integer> places = new HashSet<>();
        IntStream.range(0, partOf.length).filter(s -> partOf[s].equals(part)).forEach(places::add);
        return places;
    }

    /** An interaction that the file gives; what is left of H must be of A and of B. */
    private TimeDependentOperator coupling(Source source, Expression expression, Expression energy, TimeDependentOperator hamiltonian, String[] partOf) {
        TimeDependentOperator coupling = hermitian(INTERACTION, source, expression.operator(scope.withTime()));
        Set<Integer> a = places(partOf, Split.A);
        Set<Integer> b = places(partOf, Split.B);
        TimeDependentOperator left = Monomials.of(energy, scope.withTime()).across(a, b).minus(Monomials.of(expression, scope.withTime()).across(a, b));
        Finding found = check.vanishing(source, left, hamiltonian.plus(coupling));
        if (found.outcome() == Outcome.FAILED) {
            throw ModelFileException.at(source, "expected hamiltonian - interaction without terms that name subsystems of both parts, found an entry of modulus "
                    + PhysicsCheck.number(found.value()) + PhysicsCheck.at(left.isConstant(), found.time()));
        }
        check.note("expected hamiltonian - interaction without terms that name subsystems of both parts", source, found);
        return coupling;
    }

    private TimeDependentOperator hermitian(String what, Source source, TimeDependentOperator operator) {
        FermionParity.of(scope).requireEven(what, source, operator);
        return check.energy(what, source, operator);
    }

    private Split.Part part(String name, YamlNode.Mapping parts, String[] partOf, Expression energy, Optional<Expression> interaction) {
        Set<Integer> own = places(partOf, name);
        TimeDependentOperator inside = Monomials.of(energy, scope.withTime()).inside(own);
        TimeDependentOperator without = interaction.map(v -> inside.minus(Monomials.of(v, scope.withTime()).inside(own))).orElse(inside);
        TimeDependentOperator checked = hermitian("part " + name + " of the hamiltonian", parts.required(name).place(), without);
        List<Integer> subsystems = own.stream().sorted().toList();
        Split.Part empty = new Split.Part(name, space, subsystems, checked);
        return new Split.Part(name, space, subsystems, checked.restricted(lowest(empty.states(), restOf(name, partOf))));
    }

    /** The places of the other part's first state in a basis of the whole: there an operator of this part stands as by itself. */
    private int[] lowest(int[] own, int[] other) {
        List<Integer> found = new ArrayList<>();
        IntStream.range(0, own.length).filter(n -> other[n] == 0).forEach(found::add);
        return found.stream().sorted((m, n) -> Integer.compare(own[m], own[n])).mapToInt(Integer::intValue).toArray();
    }

    private int[] restOf(String name, String[] partOf) {
        List<Integer> others = IntStream.range(0, partOf.length).filter(s -> !partOf[s].equals(name)).boxed().toList();
        return new Split.Part(name, space, others, TimeDependentOperator.zero(1)).states();
    }
}
