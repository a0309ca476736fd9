package org.unravel.engine.sparse;

import java.util.Arrays;

import org.unravel.engine.drive.DriveState;
import org.unravel.engine.sector.EnergyTerms;
import org.unravel.engine.taylor.MovingRows;
import org.unravel.engine.taylor.SlicedRows;
import org.unravel.engine.taylor.TaylorKernel;

/**
 * The scalars that the sparse engine needs of a ket, all unnormalised and side by side: n = ⟨y|y⟩, ⟨K⟩, ⟨E⟩, Re⟨Ey|Ky⟩, ⟨i[H,E]⟩ and ⟨Ė⟩, with the
 * operators of one time; then n, ⟨K⟩, ⟨E⟩ and Re⟨Ey|Ky⟩ with the K of each bath apart. One per worker.
 */
final class SparseForms {

    private static final int TOGETHER = TaylorKernel.FORMS + 2;
    /** Place of ⟨K⟩ among them. */
    static final int JUMP_RATE = 1;
    private static final int ENERGY = 2;
    private static final int ANTICOMMUTATOR = 3;
    private static final int UNITARY = 4;
    private static final int POWER = 5;

    private final EnergyTerms terms;
    private final TaylorKernel kernel;
    private final DriveState drive;
    private final MovingRows energy;
    private final MovingRows jumpRate;
    private final MovingRows[] apart;
    private final MovingRows unitary;
    private final MovingRows power;
    private final double[] scratch = new double[TaylorKernel.SCRATCH];

    SparseForms(SparseTables tables, TaylorKernel kernel, DriveState drive) {
        this.terms = tables.terms();
        this.kernel = kernel;
        this.drive = drive;
        this.energy = new MovingRows(tables.energy());
        this.jumpRate = new MovingRows(tables.jumpRate());
        this.apart = Arrays.stream(tables.apart()).map(MovingRows::new).toArray(MovingRows[]::new);
        this.unitary = new MovingRows(tables.unitary());
        this.power = new MovingRows(tables.power());
    }

    /** Takes the operators to a time of the drive's piece, counted from its start. */
    void moveTo(double offset) {
        if (drive.drive().exists()) {
            drive.at(offset);
            energy.moveTo(drive.values());
            jumpRate.moveTo(drive.values());
            for (MovingRows k : apart) {
                k.moveTo(drive.values());
            }
            unitary.moveTo(drive.values());
            power.moveTo(drive.values());
        }
    }

    /** Writes the forms of the ket with state 0 at {@code at}. */
    void of(double[] re, double[] im, int at, double[] out, int to) {
        kernel.energyForms(energy.rows(), jumpRate.rows(), re, im, at, out, to, scratch);
        for (int i = 0; i < apart.length; i++) {
            kernel.energyForms(energy.rows(), apart[i].rows(), re, im, at, out, to + apart(i), scratch);
        }
        if (terms.unitary()) {
            out[to + UNITARY] = kernel.expectation(unitary.rows(), re, im, at, scratch);
        }
        if (terms.power()) {
            out[to + POWER] = kernel.expectation(power.rows(), re, im, at, scratch);
        }
    }

    /** Values of a ket. */
    static int count(EnergyTerms terms) {
        return apart(terms.apart());
    }

    /** Where those of a bath apart are among them: to {@link #drift} as all others. */
    static int apart(int bath) {
        return TOGETHER + TaylorKernel.FORMS * bath;
    }

    /** Writes the forms of a lane's ket to the lane. */
    void of(SparseKet ket) {
        of(ket.re(), ket.im(), SlicedRows.HEIGHT, ket.forms(), 0);
    }

    /** Mean energy. */
    static double energy(double[] forms, int at) {
        return forms[at + ENERGY] / forms[at];
    }

    /** Jump rate ⟨K⟩ of the normalised state. */
    static double jumpRate(double[] forms, int at) {
        return forms[at + JUMP_RATE] / forms[at];
    }

    /** Flow of drift heat ⟨E⟩⟨K⟩ − ½⟨{E,K}⟩ (physics.md, "The ledger"). */
    static double drift(double[] forms, int at) {
        double inverse = 1 / forms[at];
        return Math.fma(forms[at + ENERGY] * inverse, forms[at + JUMP_RATE], -forms[at + ANTICOMMUTATOR]) * inverse;
    }

    /** Flow of unitary heat i⟨[H,E]⟩ (physics.md, "The ledger"). */
    static double unitary(double[] forms, int at) {
        return forms[at + UNITARY] / forms[at];
    }

    /** Power ⟨Ė⟩ of the drive (physics.md, "The ledger"). */
    static double power(double[] forms, int at) {
        return forms[at + POWER] / forms[at];
    }
}
