/** An HTTP service with logs, metrics, traces and health. {@link dev.deft.samples.service.Service} starts it. */
package dev.deft.samples.service;
