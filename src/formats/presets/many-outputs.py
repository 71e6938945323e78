# Sixteen outputs of seven classes
from keras.layers import Dense, Input
from keras.models import Model

inputs = Input(shape=(32,))
x = Dense(64, activation='relu')(inputs)
outputs = [Dense(7, activation='softmax', name='output_%d' % i)(x) for i in range(16)]

model = Model(inputs=inputs, outputs=outputs)
model.compile(optimizer='adam', loss=['categorical_crossentropy'] * len(outputs))
