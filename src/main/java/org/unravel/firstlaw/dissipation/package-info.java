/**
 * Internal dissipation power: the energy that a system loses per time through its jump channels, as an operator whose mean is R = −Tr[H 𝒟ρ], with the identities that it obeys.
 *
 * <p><b>A tour.</b> {@link org.unravel.firstlaw.dissipation.InternalDissipation} makes the operators: R of a channel, of a bath, of all, the part that quanta carry, and the Heisenberg
 * picture of any operator. {@link org.unravel.firstlaw.dissipation.Identity} is one equation with both of its sides; {@link org.unravel.firstlaw.dissipation.DampedQubit} has those of the
 * damped qubit, {@link org.unravel.firstlaw.dissipation.Transitions} the formula by populations and what it misses.
 */
package org.unravel.firstlaw.dissipation;
