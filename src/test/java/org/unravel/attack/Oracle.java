package org.unravel.attack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.unravel.attack.AttackModel.BathPart;
import org.unravel.attack.AttackModel.ChannelPart;

/**
 * Solves the master equation of a random model, knowing from its closed form where to look: exponentials where nothing moves, collocation with step control
 * between the marks of the signals where something does.
 */
final class Oracle {

    /** Step control compares one step with two halves, whose error is a thousandth of the difference. */
    private static final double TOLERANCE = 1e-12;
    private static final double SAFETY = 0.8;
    private static final int LARGEST_CACHE = 500;

    private final AttackModel model;
    private final LinearSystem system;
    private final Mesh mesh;
    private final RadauMethod method;
    private final int pieces;
    private final double[] scales;
    private final Map<List<Double>, RealMatrix> exponentials = new HashMap<>();
    private final Map<String, double[]> curves = new LinkedHashMap<>();
    private int stepsLeft;
    private double turns;

    /** How carefully: the second is the test of the first. */
    enum Care {
        ONCE(6, 1, 6000), TWICE(7, 3, 60000);

        final int stages;
        final int pieces;
        final int steps;

        Care(int stages, int pieces, int steps) {
            this.stages = stages;
            this.pieces = pieces;
            this.steps = steps;
        }
    }

    private Oracle(AttackModel model, Care care) {
        this.model = model;
        this.mesh = new Mesh(model);
        this.system = new LinearSystem(model, InitialRho.of(model, mesh.after(0)));
        this.method = new RadauMethod(care.stages);
        this.pieces = care.pieces;
        this.stepsLeft = care.steps;
        this.scales = scales();
    }

    static OracleCurves solve(AttackModel model, Care care) {
        return new Oracle(model, care).solve();
    }

    private double[] scales() {
        double energy = 0;
        double quantum = 0;
        for (int i = 0; i < mesh.count() - 1; i++) {
            for (Moment m : List.of(mesh.after(i), mesh.middle(i))) {
                energy = Math.max(energy, model.countedEnergy().norm(m));
                quantum = Math.max(quantum, model.channels().stream().mapToDouble(c -> Math.abs(c.heat().value(m))).max().orElse(0));
            }
        }
        double[] s = new double[system.integralCount()];
        java.util.Arrays.fill(s, 1);
        s[0] = s[1] = Math.max(energy, quantum) > 0 ? Math.max(energy, quantum) : 1;
        for (int b = 0; b < model.baths().size(); b++) {
            s[2 + model.channels().size() + b] = s[0];
        }
        return s;
    }

    private OracleCurves solve() {
        double[] y = DoubleStream.concat(DoubleStream.of(system.start()), DoubleStream.generate(() -> 0).limit(system.integralCount())).toArray();
        for (int i = 0; i < mesh.count(); i++) {
            if (mesh.gridIndex(i) >= 0) {
                record(mesh.gridIndex(i), mesh.after(i), y);
            }
            if (i < mesh.count() - 1) {
                y = advance(i, y);
            }
        }
        return new OracleCurves(curves, curveScales(), 8 * Math.ulp(1.0) * turns + model.roundingOfTime());
    }

    private double[] advance(int interval, double[] y) {
        Moment from = mesh.after(interval);
        double length = mesh.length(interval);
        double norm = system.at(mesh.middle(interval)).state().norm();
        turns += norm * length;
        if (mesh.isConstant(interval)) {
            double[] z = y;
            for (int p = 0; p < pieces; p++) {
                z = exponential(mesh.middle(interval), length / pieces).times(z);
            }
            return z;
        }
        return adapt(from, length, y);
    }

    private RealMatrix exponential(Moment moment, double length) {
        List<Double> key = new ArrayList<>(model.signals().stream().map(s -> s.value(moment)).toList());
        key.add(length);
        if (exponentials.size() > LARGEST_CACHE) {
            exponentials.clear();
        }
        return exponentials.computeIfAbsent(key, k -> augmented(system.at(moment)).exponential(length));
    }

    private RealMatrix augmented(LinearSystem.Rates rates) {
        int n = system.stateCount();
        RealMatrix m = new RealMatrix(n + scales.length);
        for (int i = 0; i < n + scales.length; i++) {
            for (int j = 0; j < n; j++) {
                m.add(i, j, i < n ? rates.state().data[i * n + j] : rates.integrals()[i - n][j] / scales[i - n]);
            }
        }
        return m;
    }

    private double[] adapt(Moment from, double length, double[] start) {
        double[] y = start;
        double done = 0;
        double step = length / pieces;
        while (done < length) {
            step = Math.min(step, length - done);
            if (stepsLeft-- <= 0) {
                throw new OracleFailure("too many steps");
            }
            double[] whole = step(from, done, step, y);
            double[] half = step(from, done + step / 2, step / 2, step(from, done, step / 2, y));
            double error = distance(whole, half);
            if (error <= TOLERANCE || step < 1e-9 * length) {
                y = half;
                done = step == length - done ? length : done + step;
            }
            step *= Math.max(0.2, Math.min(4, SAFETY * Math.pow(TOLERANCE / Math.max(error, 1e-30), 0.5 / method.stages)));
        }
        return y;
    }

    private double distance(double[] a, double[] b) {
        double largest = 0;
        for (int i = 0; i < a.length; i++) {
            largest = Math.max(largest, Math.abs(a[i] - b[i]) / Math.max(1, Math.abs(b[i])));
        }
        return largest;
    }

    /** One step of collocation; integrals follow from the stages. */
    private double[] step(Moment from, double offset, double h, double[] y) {
        int n = system.stateCount();
        int s = method.stages;
        LinearSystem.Rates[] rates = new LinearSystem.Rates[s];
        for (int i = 0; i < s; i++) {
            rates[i] = system.at(new Moment(from.base(), offset + h * method.nodes[i], from.inside()));
        }
        RealMatrix equations = new RealMatrix(s * n);
        double[] right = new double[s * n];
        for (int i = 0; i < s; i++) {
            for (int r = 0; r < n; r++) {
                right[i * n + r] = y[r];
                equations.add(i * n + r, i * n + r, 1);
                for (int j = 0; j < s; j++) {
                    for (int c = 0; c < n; c++) {
                        equations.add(i * n + r, j * n + c, -h * method.weights[i][j] * rates[j].state().data[r * n + c]);
                    }
                }
            }
        }
        return finished(y, equations.solve(right), rates, h);
    }

    private double[] finished(double[] y, double[] stages, LinearSystem.Rates[] rates, double h) {
        int n = system.stateCount();
        int s = method.stages;
        double[] z = y.clone();
        System.arraycopy(stages, (s - 1) * n, z, 0, n);
        for (int k = 0; k < scales.length; k++) {
            for (int i = 0; i < s; i++) {
                for (int c = 0; c < n; c++) {
                    z[n + k] += h * method.weights[s - 1][i] * rates[i].integrals()[k][c] / scales[k] * stages[i * n + c];
                }
            }
        }
        return z;
    }

    private void record(int gridIndex, Moment moment, double[] y) {
        int n = system.stateCount();
        double energy = dot(system.energy(moment), y);
        double heat = (y[n] + y[n + 1]) * scales[0];
        put("energy", gridIndex, energy);
        double change = energy - curves.get("energy")[0];
        put("energy.change", gridIndex, change);
        put("work", gridIndex, change - heat);
        put("heat", gridIndex, heat);
        if (model.energy().isPresent()) {
            put("heat.unitary", gridIndex, y[n + 1] * scales[1]);
        }
        int next = n + 2;
        for (BathPart b : model.baths()) {
            for (ChannelPart c : b.channels()) {
                put("jumps." + b.name() + "." + c.name(), gridIndex, y[next++]);
            }
        }
        double counted = 0;
        for (BathPart b : model.baths()) {
            double q = y[next] * scales[next++ - n];
            put("heat.counted." + b.name(), gridIndex, q);
            counted += q;
        }
        put("heat.counted", gridIndex, counted);
        put("heat.quantum", gridIndex, heat - counted);
        model.observables().forEach(o -> put(o.name(), gridIndex, dot(system.row(o.operator().at(moment, model.dimension())), y)));
    }

    private static double dot(double[] row, double[] y) {
        return IntStream.range(0, row.length).mapToDouble(i -> row[i] * y[i]).sum();
    }

    private void put(String name, int gridIndex, double value) {
        curves.computeIfAbsent(name, k -> new double[model.points()])[gridIndex] = value;
    }

    private Map<String, Double> curveScales() {
        Map<String, Double> all = new HashMap<>();
        curves.forEach((name, values) -> {
            double largest = DoubleStream.of(values).map(Math::abs).max().orElse(0);
            boolean isEnergy = name.startsWith("energy") || name.equals("work") || name.startsWith("heat");
            all.put(name, Math.max(largest, isEnergy ? scales[0] : name.startsWith("jumps.") ? 1 : observableNorm(name)));
        });
        return all;
    }

    private double observableNorm(String name) {
        double largest = 0;
        OperatorSum operator = model.observables().stream().filter(o -> o.name().equals(name)).findFirst().orElseThrow().operator();
        for (int i = 0; i < mesh.count(); i++) {
            largest = mesh.gridIndex(i) >= 0 ? Math.max(largest, operator.norm(mesh.after(i))) : largest;
        }
        return largest > 0 ? largest : 1;
    }
}
