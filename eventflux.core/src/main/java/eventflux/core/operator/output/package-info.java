/**
 * Hot. What happens to the rows of a step between the selection and those who read the query: order, number, rate. State is
 * kept in record stores; whatever else is written is empty between two steps.
 */
package eventflux.core.operator.output;
