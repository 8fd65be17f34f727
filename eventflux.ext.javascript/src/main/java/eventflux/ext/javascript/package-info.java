/** Scripts in JavaScript, run by Mozilla Rhino. They see no class of Java. Sees the API and Rhino only. */
package eventflux.ext.javascript;
