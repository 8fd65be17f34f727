/**
 * Tests of the engine inside a running framework; all of them are under {@code src/test}. {@code Node} makes a container out of
 * the bundles of the distribution, so that what ships is what is tested; test classes whose names end in {@code IT} run inside
 * it. {@code LayeringTest} runs outside and holds the table of allowed edges in {@code docs/ARCHITECTURE.md}.
 */
package eventflux.itest;
