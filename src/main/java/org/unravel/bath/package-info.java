/**
 * What a bath's channels mean: detailed balance, which fluctuation relations hold and why not the others. Its wing {@link org.unravel.bath.coupling} makes channels of what
 * couples a system to a bath. Imports model and
 * numeric.
 *
 * <p><b>A tour.</b> {@link DetailedBalance} compares the rates of a pair of channels with the bath's temperature; {@link FluctuationConditions} says whether Jarzynski's relation and entropy
 * production apply, {@link HeatExchange} whether two baths obey the exchange relation and from when on; {@link Contradictions} finds quanta and temperatures that contradict the model,
 * {@link FermionBalance} particles that are not the fermions of a jump.
 */
package org.unravel.bath;
