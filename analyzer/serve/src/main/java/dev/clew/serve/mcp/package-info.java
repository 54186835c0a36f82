/// The Model Context Protocol: tools, resources and prompts for agents.
@NullMarked
package dev.clew.serve.mcp;

import org.jspecify.annotations.NullMarked;
