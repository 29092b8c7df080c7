/** An HTTP front to two services that stumble. {@link dev.deft.samples.gateway.Gateway} starts it. */
package dev.deft.samples.gateway;
