package org.unravel.firstlaw;

import java.util.Map;

/**
 * A state that is a dense matrix.
 *
 * @param state ρ
 * @param energy there
 * @param point functions of both
 * @param derivative ρ̇; null where nobody asks for rates
 */
record DensePoint(HermitianMatrix state, EnergyPoint energy, StatePoint point, HermitianMatrix derivative) implements PartPoint {

    /** Of packed matrices; an empty rate is none. */
    static DensePoint of(double[] state, double[] rate, EnergyPoint energy) {
        HermitianMatrix matrix = HermitianMatrix.unpacked(state, energy.energy().dimension());
        return new DensePoint(matrix, energy, new StatePoint(matrix, energy), rate.length == 0 ? null : HermitianMatrix.unpacked(rate, energy.energy().dimension()));
    }

    @Override
    public Map<StateNumber, Double> numbers() {
        return point.numbers();
    }

    @Override
    public double[] rates() {
        return point.rates(derivative);
    }

    @Override
    public boolean isRankDeficient() {
        return point.isRankDeficient();
    }

    @Override
    public double[] populations() {
        return point.populations();
    }

    @Override
    public double[] populationsOnLevels() {
        return point.populationsOnLevels();
    }

    @Override
    public double[] levels() {
        return energy.levels().values();
    }

    @Override
    public double turningHeat(int k) {
        return point.turningHeat(k, derivative);
    }

    @Override
    public double inverseTemperature() {
        return point.inverseTemperature();
    }

    @Override
    public double[] quench(PartPoint after) {
        return Quench.of(state, energy, ((DensePoint) after).energy);
    }
}
