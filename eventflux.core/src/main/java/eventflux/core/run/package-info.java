/**
 * Hot. Who turns the pipeline and when: ownership, the agent, the inputs, back-pressure, sources and sinks, start,
 * drain, stop. The only place that decides to wait. Never sees the analyser, the plan or the syntax tree.
 */
package eventflux.core.run;
