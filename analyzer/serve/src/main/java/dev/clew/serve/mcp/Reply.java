package dev.clew.serve.mcp;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// What a tool answers.
///
/// @param text for a model that reads only text: short
/// @param content by the output schema
record Reply(String text, ObjectNode content) {}
