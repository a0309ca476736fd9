/** The model file: YAML and expressions to {@code model}, with errors that name line and column. Imports {@code model} and {@code numeric}. */
package org.unravel.modelfile;
