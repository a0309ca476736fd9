/** Complex dense and sparse kernels on primitive arrays, propagators and quadrature. No physics. Imports no other room. */
package org.unravel.numeric;
