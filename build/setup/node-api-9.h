/*
 * Lets an addon written for Node-API 10 run on Node-API 9 (Node 20, Electron 33); forced in before every source.
 * Version 10 allows a reference to hold any value; version 9 only objects, functions, externals and symbols.
 * Other values are therefore kept in an array of one element that carries a tag, and taken out again on reading.
 */
#ifndef TIDU131_NODE_API_9_H
#define TIDU131_NODE_API_9_H

#undef NAPI_VERSION
#define NAPI_VERSION 9
#include <node_api.h>

static const napi_type_tag tidu131_box_tag = {0x3b9f5c1e7a24d086ULL, 0x91d7e24c6f05ab38ULL};

static inline napi_status tidu131_reference_value(napi_env env, napi_value value, uint32_t count, napi_ref *result) {
  napi_valuetype type;
  napi_value box;
  napi_status status = napi_typeof(env, value, &type);
  if (status != napi_ok) return status;
  if (type == napi_object || type == napi_function || type == napi_external || type == napi_symbol) {
    return napi_create_reference(env, value, count, result);
  }
  if ((status = napi_create_array_with_length(env, 1, &box)) != napi_ok) return status;
  if ((status = napi_type_tag_object(env, box, &tidu131_box_tag)) != napi_ok) return status;
  if ((status = napi_set_element(env, box, 0, value)) != napi_ok) return status;
  return napi_create_reference(env, box, count, result);
}

static inline napi_status tidu131_value_of_reference(napi_env env, napi_ref reference, napi_value *result) {
  napi_valuetype type;
  bool boxed = false;
  napi_status status = napi_get_reference_value(env, reference, result);
  if (status != napi_ok || *result == NULL) return status;
  if ((status = napi_typeof(env, *result, &type)) != napi_ok || type != napi_object) return status;
  if ((status = napi_check_object_type_tag(env, *result, &tidu131_box_tag, &boxed)) != napi_ok || !boxed) return status;
  return napi_get_element(env, *result, 0, result);
}

#define napi_create_reference tidu131_reference_value
#define napi_get_reference_value tidu131_value_of_reference

#endif
