/**
 * Loops over the trajectories of a group, and over the nodes of a step, with what they run over. Uses sector and energy.
 *
 * <p><b>A tour.</b> {@link LaneKernel} and {@link NodeKernel} first: they say what each loop does and how arrays are laid out. The plain kernels are the ones to read, the
 * vector kernels the fast ones. {@link PanelMatrix}, {@link NodeOperators} and {@link HermitianRows} are operators laid out for the loops, {@link OuterProduct} is |ψ⟩⟨ψ| as
 * rows. The registers of the vector kernels have the names that {@link VectorProducts} lists; those of forms are n, k, e, c, p for ⟨ψ|ψ⟩, ⟨K⟩, ⟨E⟩, Re⟨Eψ|Kψ⟩ and the power, w is the weight of a node.
 */
package org.unravel.engine.lane;
