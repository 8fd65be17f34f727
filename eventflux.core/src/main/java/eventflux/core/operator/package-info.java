/**
 * Hot. What a pipeline is made of: the operator contract, the operators, and the interfaces that compiled expressions
 * implement. Knows rows, time and the extension points; never the analyser, the plan or the catalog.
 */
package eventflux.core.operator;
