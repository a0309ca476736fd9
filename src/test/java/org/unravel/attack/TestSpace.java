package org.unravel.attack;

import java.util.ArrayList;
import java.util.List;

/**
 * A space with the operators that models are made of.
 *
 * @param text the mapping of a model file
 * @param dimension D
 * @param diagonal Hermitian operators that are diagonal
 * @param drives Hermitian operators that are not
 * @param ladders operators that lead from level to level
 * @param levels text of each basis state, as a product of levels
 */
record TestSpace(String text, int dimension, List<NamedOperator> diagonal, List<NamedOperator> drives, List<NamedOperator> ladders, List<String> levels) {

    private static NamedOperator named(String text, SmallMatrix matrix) {
        return new NamedOperator(text, matrix);
    }

    /** One part of a space, with text that names it. */
    private static TestSpace qubit(String name) {
        SmallMatrix down = SmallMatrix.unit(2, 1, 0);
        SmallMatrix up = down.adjoint();
        SmallMatrix excited = SmallMatrix.unit(2, 0, 0);
        return new TestSpace(name + ": qubit", 2,
                List.of(named("sz(" + name + ")", SmallMatrix.diagonal(1, -1)), named("proj(" + name + ", e)", excited)),
                List.of(named("sx(" + name + ")", up.plus(down)), named("sy(" + name + ")", up.plus(down, -1).timesI().scaled(-1))),
                List.of(named("sm(" + name + ")", down), named("sp(" + name + ")", up)), List.of(name + ": e", name + ": g"));
    }

    private static TestSpace boson(String name, int levels) {
        SmallMatrix lower = SmallMatrix.zero(levels);
        List<String> texts = new ArrayList<>();
        for (int n = 0; n < levels; n++) {
            texts.add(name + ": " + n);
            if (n > 0) {
                lower.re()[(n - 1) * levels + n] = Math.sqrt(n);
            }
        }
        SmallMatrix number = lower.adjoint().times(lower);
        return new TestSpace(name + ": boson(" + levels + ")", levels,
                List.of(named("num(" + name + ")", number), named("num(" + name + ")^2", number.times(number))),
                List.of(named("(a(" + name + ") + adag(" + name + "))", lower.plus(lower.adjoint()))),
                List.of(named("a(" + name + ")", lower), named("adag(" + name + ")", lower.adjoint())), texts);
    }

    private static TestSpace ladder(String name, int levels) {
        List<NamedOperator> diagonal = new ArrayList<>();
        List<NamedOperator> drives = new ArrayList<>();
        List<NamedOperator> ladders = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < levels; i++) {
            texts.add(name + ": " + i);
            diagonal.add(named("proj(" + name + ", " + i + ")", SmallMatrix.unit(levels, i, i)));
            for (int j = 0; j < i; j++) {
                SmallMatrix down = SmallMatrix.unit(levels, j, i);
                String up = "op(" + name + ", " + i + ", " + j + ")";
                String low = "op(" + name + ", " + j + ", " + i + ")";
                ladders.add(named(low, down));
                ladders.add(named(up, down.adjoint()));
                drives.add(named("(" + low + " + " + up + ")", down.plus(down.adjoint())));
            }
        }
        return new TestSpace(name + ": levels(" + levels + ")", levels, diagonal, drives, ladders, texts);
    }

    private static TestSpace product(TestSpace a, TestSpace b) {
        SmallMatrix left = SmallMatrix.identity(a.dimension);
        SmallMatrix right = SmallMatrix.identity(b.dimension);
        List<NamedOperator> drives = both(a.drives, b.drives, left, right);
        NamedOperator up = a.ladders.get(1);
        NamedOperator down = b.ladders.get(0);
        SmallMatrix exchange = up.matrix().kron(down.matrix());
        drives.add(named("(" + up.text() + "*" + down.text() + " + " + a.ladders.get(0).text() + "*" + b.ladders.get(1).text() + ")",
                exchange.plus(exchange.adjoint())));
        List<String> levels = new ArrayList<>();
        a.levels.forEach(x -> b.levels.forEach(y -> levels.add(x + ", " + y)));
        return new TestSpace(a.text + ", " + b.text, a.dimension * b.dimension, both(a.diagonal, b.diagonal, left, right), drives,
                both(a.ladders, b.ladders, left, right), levels);
    }

    private static List<NamedOperator> both(List<NamedOperator> a, List<NamedOperator> b, SmallMatrix left, SmallMatrix right) {
        List<NamedOperator> all = new ArrayList<>();
        a.forEach(x -> all.add(named(x.text(), x.matrix().kron(right))));
        b.forEach(x -> all.add(named(x.text(), left.kron(x.matrix()))));
        return all;
    }

    static TestSpace draw(Draws draws) {
        return switch (draws.index(10)) {
            case 0, 1, 2, 3 -> qubit("q");
            case 4, 5 -> ladder("s", 3);
            case 6, 7 -> ladder("s", draws.oneOf(4, 5));
            case 8 -> product(qubit("a"), qubit("b"));
            // seldom: so few levels are a cut-off that matters, and such runs are not judged
            default -> draws.chance(0.5) ? boson("m", draws.oneOf(3, 4, 5, 6)) : product(qubit("q"), boson("m", 3));
        };
    }
}
