/** Benchmarks of whole runs, and the programs that run all benchmarks and show their results. Kernels are measured in the packages they are in. */
package org.unravel.benchmarks;
